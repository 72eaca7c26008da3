/** Lets the browser keep a file under its name. */
export function download(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has begun by then; the address is only needed for its start.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
