/** A decision whose matter is followed over the years. */
export interface Matter {
  meetingId: string;
  blockId: string;
  matter: string;
  organisation: string;
  body: string;
  start: string | null;
}
