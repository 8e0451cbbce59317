// Knows which nodes of a graph lie on a cycle together.

/** A graph: the nodes in order, and for each the nodes it points at. Edges to nodes that are not listed are passed over. */
export type Graph = ReadonlyMap<string, readonly string[]>

interface Frame {
  readonly node: string
  readonly targets: readonly string[]
  next: number
}

/**
 * The groups of nodes that reach each other (strongly connected components), each node in exactly one group, and every group
 * after the groups it points at. Without recursion, so that a long chain cannot overflow the stack.
 */
export function componentsOf(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const closed = new Set<string>()
  const components: string[][] = []

  const enter = (node: string): Frame => {
    lowest.set(node, order.size)
    order.set(node, order.size)
    open.push(node)
    return { node, targets: (graph.get(node) ?? []).filter((target) => graph.has(target)), next: 0 }
  }
  const lower = (node: string, reached: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? reached, reached))
  }

  for (const root of graph.keys()) {
    const frames = order.has(root) ? [] : [enter(root)]
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const target = frame.targets[frame.next]
      frame.next += 1
      if (target !== undefined) {
        const seen = order.get(target)
        if (seen === undefined) frames.push(enter(target))
        else if (!closed.has(target)) lower(frame.node, seen)
        continue
      }
      frames.pop()
      const low = lowest.get(frame.node) ?? 0
      const parent = frames.at(-1)
      if (parent !== undefined) lower(parent.node, low)
      if (low === order.get(frame.node)) {
        const component = open.splice(open.lastIndexOf(frame.node))
        for (const node of component) closed.add(node)
        components.push(component)
      }
    }
  }
  return components
}

/** For each node that lies on a cycle (a loop of one counts): the nodes of its group, itself included. */
export function cyclesOf(graph: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const cyclic = componentsOf(graph).filter(
    (nodes) => nodes.length > 1 || nodes.some((node) => graph.get(node)?.includes(node)),
  )
  return new Map(
    cyclic.flatMap((nodes) => {
      const group = new Set(nodes)
      return nodes.map((node) => [node, group] as const)
    }),
  )
}
