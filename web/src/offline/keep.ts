/** Milliseconds after which a page that was opened has all that it shows. */
const settled = 2000;

/**
 * Keeps the files of a hosted page for the time without a network. Says whether
 * they are kept: a page from a disk has no need of it, and a browser or a server
 * may not allow it.
 */
export async function keepOffline(): Promise<boolean> {
  if (import.meta.env.MODE !== "production" || !navigator.serviceWorker || !isSecureContext) return false;
  try {
    // The first visit has better things to do with the network and the processor.
    if (document.readyState !== "complete") {
      await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    }
    await new Promise((resolve) => setTimeout(resolve, settled));
    await navigator.serviceWorker.register(new URL("service-worker.js", document.baseURI));
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
