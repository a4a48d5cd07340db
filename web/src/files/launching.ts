/** As far as it is needed: https://wicg.github.io/web-app-launch/ */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files: readonly FileSystemFileHandle[] }) => void): void;
}

/** listenForLaunch opens the files with which the installed page is started. */
export function listenForLaunch(): void {
  const { launchQueue } = window as unknown as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    if (files.length === 0) return;
    const picked = Promise.all(files.map(async (handle) => ({ file: await handle.getFile(), handle })));
    void import("./importing.ts").then(async ({ openFiles }) => openFiles(await picked));
  });
}
