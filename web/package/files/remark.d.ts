/** A plugin of remark that makes elements of fenced blocks named "policymark", in MDX. */
export default function policymark(): (tree: unknown) => void;
