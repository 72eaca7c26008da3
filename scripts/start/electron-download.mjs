/**
 * Loaded before Electron's own install script: gives up where its host does not answer in time or a download stands
 * still, and tells how far the download is. Times in milliseconds.
 */
const reachLimit = 15_000;
const stallLimit = 60_000;
const plainFetch = globalThis.fetch;

globalThis.fetch = async (url, init) => {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), reachLimit);
  try {
    const response = await plainFetch(url, { ...init, signal: stop.signal });
    const total = Number(response.headers.get('content-length'));
    let done = 0;
    let told = -1;
    const counted = response.body?.pipeThrough(
      new TransformStream({
        transform(chunk, controller) {
          clearTimeout(timer);
          timer = setTimeout(() => stop.abort(), stallLimit);
          done += chunk.length;
          const percent = total ? Math.floor((done / total) * 20) * 5 : -1;
          if (percent > told) process.stdout.write(`${(told = percent)} % `);
          controller.enqueue(chunk);
        },
        flush() {
          clearTimeout(timer);
          process.stdout.write('\n');
        },
      }),
    );
    return new Response(counted, response);
  } finally {
    clearTimeout(timer);
  }
};
