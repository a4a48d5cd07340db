/** A plugin of markdown-it that makes elements of fenced blocks named "policymark". */
export default function policymark(md: unknown): void;
