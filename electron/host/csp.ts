/** What the page may do: only what the program itself serves, no inline scripts, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What is printed: its own styles, pictures that are written in it, and nothing else. */
export const paperPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
