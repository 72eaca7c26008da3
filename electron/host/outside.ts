/** Whether an address may be opened outside the program: http, https or mailto, and well formed. */
export function isOutside(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}
