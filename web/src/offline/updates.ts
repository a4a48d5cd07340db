/** Milliseconds between two looks for a newer version. */
const between = 3_600_000;

/**
 * Calls back once a newer version of the page has been kept, which a reload will show.
 * Looks for one when the page comes to the front again, too: it may stay open for days.
 */
export function onUpdate(ready: () => void): void {
  const { serviceWorker } = navigator;
  // On a first visit nothing is in charge yet, so what comes is no update.
  if (!serviceWorker?.controller) return;
  serviceWorker.addEventListener("controllerchange", ready, { once: true });
  let looked = performance.now();
  document.addEventListener("visibilitychange", async () => {
    if (document.visibilityState === "hidden" || performance.now() - looked < between) return;
    looked = performance.now();
    await (await serviceWorker.getRegistration())?.update().catch(() => {});
  });
}
