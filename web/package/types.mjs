// Writes the types of the package: no types of ours or of lit reach into it, so that
// whoever uses it needs nothing else.

/** The types of the protocol that the elements hand out. */
const handed = ["Evidence", "Kind", "Severity", "Range", "Value", "Group", "Practice", "FixInfo", "Problem"];

/** The declarations of the package. protocol is the text of protocol.gen.ts. */
export function declarations(elements, protocol) {
  const parts = ["// The types of policymark. Generated."];
  for (const name of handed) {
    const found = new RegExp(
      `(?:/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/\\n)?export (?:interface ${name} \\{[\\s\\S]*?\\n\\}|type ${name} = [^;]*;)`,
    ).exec(protocol);
    if (!found) throw new Error(`the protocol has no ${name}`);
    parts.push(found[0]);
  }
  parts.push(details);
  for (const element of elements) parts.push(classOf(element));
  const names = elements.map(({ name, tagName }) => `    "${tagName}": ${name};`).join("\n");
  parts.push(`declare global {\n  interface HTMLElementTagNameMap {\n${names}\n  }\n}`);
  return `${parts.join("\n\n")}\n`;
}

const comment = (text, indent) => (text ? `${indent}/** ${text.replaceAll("\n", " ")} */\n` : "");

function classOf({ name, description, members, events }) {
  const lines = members.map((member) => {
    const head = comment(member.description, "  ");
    if (member.kind === "method") {
      const parameters = (member.parameters ?? []).map(
        (p) => `${p.name}${p.default !== undefined || p.optional ? "?" : ""}: ${p.type?.text ?? "boolean"}`,
      );
      return `${head}  ${member.name}(${parameters.join(", ")}): ${member.return?.type?.text ?? "void"};`;
    }
    return `${head}  ${member.readonly ? "readonly " : ""}${member.name}: ${(member.type?.text ?? "unknown").replace("Lang", '"zh" | "en"')};`;
  });
  const named = events.filter(({ name }) => name);
  const own = named.map((event) => `"${event.name}"`).join(" | ");
  const map = named.map((event) => `${comment(event.description, "  ")}  "${event.name}": ${event.type.text};`);
  return `/** The events of ${name}. */
export interface ${name}EventMap extends Omit<HTMLElementEventMap, ${own}> {
${map.join("\n")}
}

${comment(description, "")}export declare class ${name} extends HTMLElement {
${lines.join("\n")}
  addEventListener<K extends keyof ${name}EventMap>(type: K, listener: (this: ${name}, event: ${name}EventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ${name}EventMap>(type: K, listener: (this: ${name}, event: ${name}EventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}`;
}

const details = `/** The parts of the view that can be switched on. */
export type PanelName = "legend" | "text" | "practices" | "problems";

/** The parts of the editor that can be switched on. */
export type EditorPanelName = "legend" | "toolbar" | "practices" | "problems" | "status";

/** What is told with the event ready. */
export interface ReadyDetail {
  marks: number;
  practices: number;
  problems: number;
}

/** What is told with the event practices. */
export interface PracticesDetail {
  /** How many the text has; items are those read so far, from the first on. */
  total: number;
  items: readonly Practice[];
}

/** What is told with the event problems. */
export interface ProblemsDetail {
  errors: number;
  warnings: number;
  infos: number;
  /** The first of them. */
  items: readonly Problem[];
}

/** What is told with the event error. */
export interface ErrorDetail {
  /** "source" when the text could not be loaded, "engine" when it cannot be read. */
  code: "source" | "engine";
  message: string;
}

/** Where the files of the engine lie. */
export interface Assets {
  /** The engine's program, policymark.wasm. */
  engine?: string | URL;
  /** The script of its worker, policymark-worker.js. */
  worker?: string | URL;
}

/** Says where the files of the engine lie, when that is not beside the module. To be
 * called before the first element starts its engine. */
export declare function locate(assets: Assets): void;`;
