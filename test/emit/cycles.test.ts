import fc from 'fast-check'
import { expect, test } from 'vitest'
import { componentsOf, cyclesOf } from '../../src/emit/cycles.js'

test.each([
  ['nothing', {}, []],
  ['a chain', { a: ['b'], b: ['c'], c: [] }, [['c'], ['b'], ['a']]],
  ['two that meet', { a: ['b'], b: ['a'], c: ['a'] }, [['a', 'b'], ['c']]],
  ['a loop of one', { a: ['a'] }, [['a']]],
  ['a target that is not listed', { a: ['nowhere'] }, [['a']]],
])('components: %s', (_, given, want) => expect(componentsOf(graphOf(given))).toEqual(want))

test.each([
  ['a chain', { a: ['b'], b: [] }, {}],
  ['a loop of one', { a: ['a'], b: ['a'] }, { a: ['a'] }],
  [
    'two loops',
    { a: ['b'], b: ['a'], c: ['d', 'a'], d: ['c'] },
    { a: ['a', 'b'], b: ['a', 'b'], c: ['c', 'd'], d: ['c', 'd'] },
  ],
])('cycles: %s', (_, given, want) => expect(cyclesIn(given)).toEqual(want))

test('two nodes share a cycle exactly if each reaches the other', () => {
  const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node)), (edges) => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f']
      const graph = new Map(
        names.map((from) => [from, edges.filter((edge) => edge[0] === from).map((edge) => edge[1])]),
      )
      const reached = new Map(names.map((name) => [name, closure(graph, name)]))
      const want = names.map((from) => names.filter((to) => reached.get(from)?.has(to) && reached.get(to)?.has(from)))
      expect(names.map((name) => [...(cyclesOf(graph).get(name) ?? [])].sort())).toEqual(want)
    }),
  )
})

test('a chain of 50,000 does not overflow the stack', () => {
  const chain = new Map(Array.from({ length: 50_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]]))
  expect(componentsOf(chain)).toHaveLength(50_000)
})

function graphOf(edges: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(edges))
}

function cyclesIn(edges: Readonly<Record<string, readonly string[]>>): unknown {
  return Object.fromEntries([...cyclesOf(graphOf(edges))].map(([node, group]) => [node, [...group].sort()]))
}

/** The nodes that can be reached by at least one edge. */
function closure(graph: ReadonlyMap<string, readonly string[]>, from: string): ReadonlySet<string> {
  const found = new Set(graph.get(from))
  for (const node of found) for (const target of graph.get(node) ?? []) found.add(target)
  return found
}
