// Knows which nodes of a graph can only be reached through another.

/** For each node, those that lead to it; `undefined` is the start. */
export type Sources<T> = ReadonlyMap<T, ReadonlySet<T | undefined>>

/**
 * The nodes that every way from the start reaches through another node, each with the first such node on the way. A node that
 * the start does not reach counts as led to by it.
 */
export function dominated<T extends object>(given: Sources<T>): Map<T, T> {
  const reached = new Set(orderOf(given))
  const before = new Map(
    [...given].map(([node, sources]) => [node, reached.has(node) ? sources : new Set([undefined, ...sources])]),
  )
  const order = orderOf(before)
  const firsts = firstsOf(order, closestOf(order, before))
  return new Map([...firsts].filter(([node, first]) => node !== first))
}

/** The nodes that the start reaches, those that lead to others before them wherever no circle keeps them from it. */
function orderOf<T extends object>(before: Sources<T>): T[] {
  const after = new Map<T | undefined, T[]>()
  for (const [node, sources] of before)
    for (const source of sources) {
      const list = after.get(source)
      if (list === undefined) after.set(source, [node])
      else list.push(node)
    }
  const seen = new Set<T>()
  const done: T[] = []
  const stack = [...(after.get(undefined) ?? [])].map((node) => ({ node, isLeft: false }))
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.isLeft) done.push(top.node)
    if (seen.has(top.node)) continue
    seen.add(top.node)
    stack.push({ node: top.node, isLeft: true })
    stack.push(
      ...(after.get(top.node) ?? []).filter((node) => !seen.has(node)).map((node) => ({ node, isLeft: false })),
    )
  }
  return done.toReversed()
}

/** For each node the last one that every way to it leads through, as Cooper, Harvey and Kennedy find it. */
function closestOf<T extends object>(order: readonly T[], before: Sources<T>): ReadonlyMap<T, number> {
  const rank = new Map(order.map((node, index) => [node, index + 1]))
  const closest: (number | undefined)[] = [0]
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b]
    while (x !== y) {
      if (x > y) x = closest[x] ?? 0
      else y = closest[y] ?? 0
    }
    return x
  }
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [index, node] of order.entries()) {
      const sources = [...(before.get(node) ?? [])].map((source) =>
        source === undefined ? 0 : (rank.get(source) ?? 0),
      )
      const next = sources.filter((source) => closest[source] !== undefined).reduce(meet)
      if (closest[index + 1] !== next) isSettled = false
      closest[index + 1] = next
    }
  }
  return new Map(order.map((node, index) => [node, closest[index + 1] ?? 0]))
}

/** For each node the first one after the start that every way to it leads through; it may be the node itself. */
function firstsOf<T>(order: readonly T[], closest: ReadonlyMap<T, number>): ReadonlyMap<T, T> {
  const firsts = new Map<T, T>()
  for (const node of order) {
    const above = order[(closest.get(node) ?? 0) - 1]
    firsts.set(node, above === undefined ? node : (firsts.get(above) ?? above))
  }
  return firsts
}
