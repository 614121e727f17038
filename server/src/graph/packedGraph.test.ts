import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from './import/compile';
import type { GraphSource } from './import/graphSource';
import { PackedGraph, type SharedGraph } from './packedGraph';
import { throughFile } from './packFixture';

const SOURCE: GraphSource = {
  entities: [
    { id: 'HL-1', label: 'Padmé', aliases: ['Queen Amidala', 'Senator Amidala'], description: 'a queen' },
    { id: 'Q37876', label: 'Natalie Portman', aliases: [], description: 'actor' },
    { id: 'Q5', label: 'human', aliases: [], description: '' },
    { id: 'Q33999', label: 'actor', aliases: ['actress'], description: '' },
    { id: 'Q174728', label: 'centimetre', aliases: [], description: '' },
    { id: 'Q17738', label: 'Star Wars', aliases: [], description: 'a film' },
  ],
  relations: [
    { id: 'P175', label: 'performer', aliases: ['played by'], description: 'who plays' },
    { id: 'P106', label: 'occupation', aliases: [], description: '' },
    { id: 'P31', label: 'instance of', aliases: [], description: '' },
    { id: 'P2048', label: 'height', aliases: [], description: '' },
  ],
  triples: [
    ['HL-1', 'P175', 'Q37876'], ['HL-1', 'P175', 'Q37876'], ['Q37876', 'P106', 'Q33999'], ['Q37876', 'P31', 'Q5'], ['HL-1', 'P31', 'Q5'],
    ['Q37876', 'P31', 'Q37876'], ['Q37876', 'P31', 'Q404'], ['Q37876', 'P404', 'Q5'],
  ],
  literals: [['Q37876', 'P2048', '+160Q174728', 'quantity'], ['HL-1', 'P2048', '+160Q174728', 'quantity'], ['Q404', 'P2048', '+1', 'quantity']],
};

const ORIGIN = { name: 'test', date: '2020-01', sources: [{ name: 'nobody', licence: 'CC0-1.0' }], pageUrl: 'https://example.org/{id}' };

let compiled: ReturnType<typeof compile>;
let graph: PackedGraph;
beforeAll(() => {
  compiled = compile(SOURCE, ORIGIN);
  graph = new PackedGraph(throughFile(compiled.writer));
});

const node = (id: string): number => graph.nodeOf(id) ?? -1;

describe('compile', () => {
  it('numbers entities by falling degree and counts what it leaves out', () => {
    expect(compiled.entities.map(({ id, degree }) => [id, degree])).toEqual([['Q37876', 3], ['HL-1', 2], ['Q5', 2], ['Q33999', 1], ['Q174728', 0], ['Q17738', 0]]);
    expect(compiled.dropped).toEqual({ unknownEntity: 2, unknownRelation: new Map([['P404', 1]]), loops: 1, repeated: 1 });
  });

  it('records where the facts come from, with counts', () => {
    expect(graph.provenance).toEqual({ ...ORIGIN, entities: 6, edges: 6 });
  });
});

describe('PackedGraph', () => {
  it('knows ids and nodes, entities before literals', () => {
    expect([graph.entityCount, graph.nodeCount]).toEqual([6, 7]);
    expect(compiled.entities.map(({ id }) => graph.nodeOf(id))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([graph.idOf(0), graph.idOf(1), graph.idOf(6)]).toEqual(['Q37876', 'HL-1', '']);
    expect(graph.nodeOf('Q1')).toBeUndefined();
    expect([graph.relationOf('P31'), graph.relationOf('P404')]).toEqual([2, undefined]);
    expect(graph.relations[0]).toEqual({ id: 'P175', label: 'performer', description: 'who plays', aliases: ['played by'] });
  });

  it('describes entities, classes before occupations', () => {
    expect(graph.entity(node('HL-1'))).toEqual({ id: 'HL-1', label: 'Padmé', description: 'a queen', aliases: ['Queen Amidala', 'Senator Amidala'], types: [node('Q5')], degree: 3 });
    expect(graph.typesOf(node('Q37876'))).toEqual([node('Q5'), node('Q33999')]);
  });

  it('has a node for each distinct literal, with its unit in words and no edges of its own', () => {
    expect(graph.literalOf(6)).toEqual({ kind: 'quantity', value: '+160Q174728', text: '160 centimetre' });
    expect(graph.literalOf(node('Q5'))).toBeUndefined();
    expect(graph.labelOf(6)).toBe('160 centimetre');
    expect(graph.rowStart[7]).toBe(graph.rowStart[6]);
  });

  it('leads along edges in both directions', () => {
    const edges = (id: string): string[] =>
      Array.from({ length: (graph.rowStart[node(id) + 1] ?? 0) - (graph.rowStart[node(id)] ?? 0) }, (_, k) => {
        const edge = (graph.rowStart[node(id)] ?? 0) + k;
        const directed = graph.edgeRelation[edge] ?? 0;
        return `${(directed & 1) === 1 ? '←' : '→'} ${graph.relations[directed >> 1]?.id ?? ''} ${graph.labelOf(graph.edgeNode[edge] ?? 0)}`;
      });
    expect(edges('Q37876')).toEqual(['← P175 Padmé', '→ P106 actor', '→ P31 human', '→ P2048 160 centimetre']);
    expect(edges('Q5')).toEqual(['← P31 Natalie Portman', '← P31 Padmé']);
    expect(edges('Q17738')).toEqual([]);
  });

  it('finds entities by the start of a name or by id', () => {
    expect(graph.search('act', 5)).toEqual([node('Q33999')]);
    expect(graph.search('padme', 5)).toEqual([node('HL-1')]);
    expect(graph.search('senator', 5)).toEqual([node('HL-1')]);
    expect(graph.search('Q5', 5)).toEqual([node('Q5')]);
    expect(graph.search('', 5)).toEqual([]);
  });

  it('is the same in another thread, over the same memory', () => {
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(graph.share());
    const received = receiveMessageOnPort(port2) as { message: SharedGraph };
    port1.close();
    const attached = PackedGraph.attach(received.message);
    expect(attached.entity(1)).toEqual(graph.entity(1));
    expect(attached.edgeNode.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([...attached.edgeNode]).toEqual([...graph.edgeNode]);
    expect(attached.literalOf(6)).toEqual(graph.literalOf(6));
  });
});
