import { sankey, sankeyLinkHorizontal, type SankeyGraph } from "d3-sankey";
import type { Flow, FlowNode } from "../engine/protocol.gen.ts";

interface NodeExtra {
  node: FlowNode;
  index: number;
}
interface LinkExtra {
  count: number;
}

/** A node as it is drawn, in the units of the picture. */
export interface DrawnNode {
  node: FlowNode;
  index: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A link as it is drawn: the path of its middle and its width. */
export interface DrawnLink {
  from: number;
  to: number;
  count: number;
  path: string;
  width: number;
}

export interface Drawing {
  width: number;
  height: number;
  nodes: DrawnNode[];
  links: DrawnLink[];
  /** Where the columns begin. */
  columns: number[];
}

/** Sizes of the picture in its own units. */
export const barWidth = 14;
const rowHeight = 34;
const head = 34;

/** layOut places the nodes of a flow in four columns and its links between them, at
 * least so high. */
export function layOut(flow: Flow, width: number, least: number): Drawing {
  const inColumn = [0, 1, 2, 3].map((column) => flow.nodes.filter((node) => node.column === column).length);
  const height = Math.max(least, Math.max(...inColumn) * rowHeight + head);
  const last = Math.max(...flow.nodes.map(({ column }) => column), 1);
  const right = last === 3 ? width - 8 : width - 8 - 170;
  const layout = sankey<NodeExtra, LinkExtra>()
    .nodeAlign((node) => node.node.column)
    .nodeWidth(barWidth)
    .nodePadding(16)
    .extent([
      [8, head],
      [right, height - 8],
    ]);
  const graph: SankeyGraph<NodeExtra, LinkExtra> = layout({
    nodes: flow.nodes.map((node, index) => ({ node, index })),
    links: flow.links.map(({ from, to, count }) => ({ source: from, target: to, value: count, count })),
  });
  const pathOf = sankeyLinkHorizontal<NodeExtra, LinkExtra>();
  const indexOf = (end: unknown) => (end as NodeExtra).index;
  const nodes = graph.nodes.map(({ node, index, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
    node,
    index,
    x: x0,
    y: y0,
    width: x1 - x0,
    height: Math.max(2, y1 - y0),
  }));
  return {
    width,
    height,
    nodes,
    links: graph.links.map((link) => ({
      from: indexOf(link.source),
      to: indexOf(link.target),
      count: link.count,
      path: pathOf(link) ?? "",
      width: Math.max(1, link.width ?? 1),
    })),
    columns: [0, 1, 2, 3].map((column) => nodes.find(({ node }) => node.column === column)?.x ?? -1),
  };
}
