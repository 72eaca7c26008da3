/** Thrown by a look around that finds the work to be stopped: no fault of what was being read. */
export class WorkStopped extends Error {}
