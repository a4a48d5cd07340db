/** Picked is a file that a person chose, and where it can be written back to. */
export interface Picked {
  file: File;
  handle: FileSystemFileHandle | null;
}

/** isText tells by its name whether a file may be a policy. */
export const isText = (name: string): boolean =>
  /\.(txt|md|markdown|policymark)$/i.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name);

interface Pickers {
  showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
}
const pickers = (): Pickers => window as unknown as Pickers;

const texts = [{ description: "Policymark, text", accept: { "text/plain": [".txt", ".md", ".policymark"] } }];
const texted = [
  {
    description: "Policymark, text, zip",
    accept: { "text/plain": [".txt", ".md", ".policymark"], "application/zip": [".zip"] },
  },
];

const cancelled = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** pickFiles lets the person choose files; none when they think better of it. */
export async function pickFiles(): Promise<Picked[]> {
  const { showOpenFilePicker } = pickers();
  if (showOpenFilePicker) {
    try {
      const handles = await showOpenFilePicker.call(window, { id: "policymark", types: texted, multiple: true });
      return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
    } catch (error) {
      if (cancelled(error)) return [];
      // In a frame of another origin the picker is forbidden: the input is not.
    }
  }
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.hidden = true;
  document.body.append(input);
  try {
    return await new Promise<Picked[]>((answer) => {
      input.addEventListener("change", () => answer([...(input.files ?? [])].map((file) => ({ file, handle: null }))));
      input.addEventListener("cancel", () => answer([]));
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

/** mayWrite asks for the permission to write to a file, which is lost when the page
 * is left. */
export async function mayWrite(handle: FileSystemFileHandle): Promise<boolean> {
  const guarded = handle as FileSystemFileHandle & {
    requestPermission?: (options: { mode: "readwrite" }) => Promise<PermissionState>;
  };
  return ((await guarded.requestPermission?.({ mode: "readwrite" })) ?? "granted") === "granted";
}

/** read reads what a file holds now. */
export async function read(handle: FileSystemFileHandle): Promise<Uint8Array> {
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

/** write replaces what a file holds. */
export async function write(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  if (!(await mayWrite(handle))) throw new DOMException("", "NotAllowedError");
  const stream = await handle.createWritable();
  await stream.write(bytes as Uint8Array<ArrayBuffer>);
  await stream.close();
}

/** download puts a file into the downloads: the bytes of a text, or a blob of its own
 * type. */
export function download(name: string, content: Uint8Array | Blob): void {
  const blob =
    content instanceof Blob ? content : new Blob([content as Uint8Array<ArrayBuffer>], { type: "text/plain" });
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
