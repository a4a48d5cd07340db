/** Picked is a file that a person chose, and where it can be written back to. */
export interface Picked {
  file: File;
  handle: FileSystemFileHandle | null;
}

interface Pickers {
  showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
}
const pickers = (): Pickers => window as unknown as Pickers;

const texts = [
  { description: "Policymark, text", accept: { "text/plain": [".txt", ".md", ".policymark"] } },
];

const cancelled = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** pickFile lets the person choose a file; null when they think better of it. */
export async function pickFile(): Promise<Picked | null> {
  const { showOpenFilePicker } = pickers();
  if (showOpenFilePicker) {
    try {
      const [handle] = await showOpenFilePicker.call(window, { id: "policymark", types: texts });
      return handle ? { file: await handle.getFile(), handle } : null;
    } catch (error) {
      if (cancelled(error)) return null;
      // In a frame of another origin the picker is forbidden: the input is not.
    }
  }
  const input = document.createElement("input");
  input.type = "file";
  input.hidden = true;
  document.body.append(input);
  try {
    return await new Promise<Picked | null>((answer) => {
      input.addEventListener("change", () => {
        const file = input.files?.[0];
        answer(file ? { file, handle: null } : null);
      });
      input.addEventListener("cancel", () => answer(null));
      input.click();
    });
  } finally {
    input.remove();
  }
}

/** canWriteFiles says whether the browser can write to a chosen place. */
export const canWriteFiles = (): boolean => pickers().showSaveFilePicker !== undefined;

/** pickTarget lets the person choose where to save; null when they think better of it. */
export async function pickTarget(name: string): Promise<FileSystemFileHandle | null> {
  try {
    return await pickers().showSaveFilePicker!.call(window, { id: "policymark", suggestedName: name, types: texts });
  } catch (error) {
    if (cancelled(error)) return null;
    throw error;
  }
}

/** write replaces what a file holds. */
export async function write(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const guarded = handle as FileSystemFileHandle & {
    requestPermission?: (options: { mode: "readwrite" }) => Promise<PermissionState>;
  };
  const permission = (await guarded.requestPermission?.({ mode: "readwrite" })) ?? "granted";
  if (permission !== "granted") throw new DOMException("", "NotAllowedError");
  const stream = await handle.createWritable();
  await stream.write(bytes as Uint8Array<ArrayBuffer>);
  await stream.close();
}

/** download puts a file into the downloads. */
export function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
