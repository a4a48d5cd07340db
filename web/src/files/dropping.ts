import { isText, type Picked } from "./pick.ts";

/** The most files that are taken from folders at once. */
const most = 5000;

/** dropped lists the files of a drop, those in folders that may be policies too. The
 * list must be asked for before anything else is awaited. */
export async function dropped(data: DataTransfer): Promise<Picked[]> {
  type Item = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
  const items = [...data.items].filter(({ kind }) => kind === "file") as Item[];
  const taken = items.map((item) => ({
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry?.() ?? null,
    handle: item.getAsFileSystemHandle?.().catch(() => null) ?? Promise.resolve(null),
  }));
  const out: Picked[] = [];
  for (const { file, entry, handle } of taken) {
    if (entry?.isDirectory) {
      for await (const inner of filesIn(entry as FileSystemDirectoryEntry)) {
        if (out.length >= most) return out;
        out.push({ file: inner, handle: null });
      }
    } else if (file) {
      const found = await handle;
      out.push({ file, handle: found?.kind === "file" ? (found as FileSystemFileHandle) : null });
    }
  }
  return out;
}

async function* filesIn(folder: FileSystemDirectoryEntry): AsyncGenerator<File> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return;
    for (const entry of some) {
      if (entry.isDirectory) yield* filesIn(entry as FileSystemDirectoryEntry);
      else if (isText(entry.name)) {
        yield await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
      }
    }
  }
}

/** listenForDrops opens what is dropped on the page; over tells whether files are being
 * held above it. */
export function listenForDrops(over: (is: boolean) => void): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  let depth = 0;
  addEventListener("dragenter", (event) => {
    if (!holdsFiles(event)) return;
    depth++;
    over(true);
  });
  addEventListener("dragleave", (event) => {
    if (!holdsFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) over(false);
  });
  addEventListener("dragover", (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    depth = 0;
    over(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // What is dropped is gone after the event: it is read at once.
    const files = dropped(event.dataTransfer!);
    void import("./importing.ts").then(async ({ openFiles }) => openFiles(await files));
  });
}
