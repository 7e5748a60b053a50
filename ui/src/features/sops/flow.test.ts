import { describe, expect, test } from 'vitest';
import { flowSteps, wrap } from './chart';
import type { Way } from './definition';
import shipped from './fixtures/shipped.json';
import { flow, labelWidth, type Box, type Flow, type FlowStep, type Point, type Size } from './flow';
import { assignTracks } from './tracks';

const size = (lanes: number, rows: number): Size => ({
  left: 300, laneWidth: 130, lanes, symbol: { width: 72, height: 40 }, gap: 40, top: 40, rows: Array.from({ length: rows }, (_, at) => 40 + (at % 3) * 20),
});

type Segment = [Point, Point];

function segments(points: Point[]): Segment[] {
  return points.slice(1).map((point, at) => [points[at] ?? point, point]);
}

function crosses([a, b]: Segment, box: Box): boolean {
  const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return right > box.x && left < box.x + box.width && bottom > box.y && top < box.y + box.height;
}

function onEdge(point: Point, box: Box): boolean {
  const across = point.x === box.x || point.x === box.x + box.width;
  const along = point.y === box.y || point.y === box.y + box.height;
  return (across && point.y === box.y + box.height / 2) || (along && point.x === box.x + box.width / 2);
}

/** What must hold of every chart. */
function sound(chart: Flow, firstLane: number) {
  const { boxes, arrows, joins, connectors } = chart;
  boxes.forEach((box, at) => {
    for (const other of boxes.slice(at + 1)) expect(crosses([{ x: box.x, y: box.y }, { x: box.x + box.width, y: box.y + box.height }], other)).toBe(false);
  });
  const lines = [...arrows.map(({ points }) => points), ...joins, ...connectors.map(({ line }) => line)];
  for (const segment of lines.flatMap(segments)) {
    expect(segment[0].x === segment[1].x || segment[0].y === segment[1].y).toBe(true);
    expect(boxes.filter((box) => crosses(segment, box))).toEqual([]);
  }
  for (const { from, to, points, label, at } of arrows) {
    expect(boxes.some((box) => box.step === from && onEdge(points[0] as Point, box))).toBe(true);
    expect(boxes.some((box) => box.step === to && onEdge(points.at(-1) as Point, box))).toBe(true);
    if (to <= from) expect(points.some(({ x }) => x < firstLane)).toBe(true);
    const start = at.anchor === 'start' ? at.x : at.x - labelWidth(label);
    if (label) expect(boxes.filter((box) => crosses([{ x: start, y: at.y - 10 }, { x: start + labelWidth(label), y: at.y }], box))).toEqual([]);
  }
}

describe('every shipped SOP', () => {
  test.each(shipped)('$id', (sop) => {
    const given = size(sop.pelaksana.length, sop.langkah.length);
    const steps = flowSteps({ ...sop, pelaksana: sop.pelaksana.map((id) => ({ id })) } as Parameters<typeof flowSteps>[0]);
    const chart = flow(steps, given);
    sound(chart, given.left);
    expect(chart.arrows).toHaveLength(steps.flatMap(({ ways }) => ways).length);
    expect(chart.boxes).toHaveLength(steps.flatMap(({ lanes }) => lanes).length);
    expect(chart.connectors.map(({ sop }) => sop)).toEqual(sop.sub_sop.map(({ id }) => id));
  });
});

const way = (to: number, label = '', back = false): Way => ({ to, label, back });
const step = (number: number, lanes: number[], ways: Way[], calls: string | null = null): FlowStep => ({
  number, lanes, symbol: ways.length > 1 ? 'keputusan' : 'proses', ways, calls,
});

describe('knotty ones', () => {
  const cases: Record<string, FlowStep[]> = {
    'returns into a step that returns itself': [
      step(1, [1], [way(2)]), step(2, [1], [way(3, 'Ya'), way(1, 'Tidak', true)]),
      step(3, [0], [way(4, 'Ya'), way(2, 'Tidak', true), way(1, 'Ulang', true)]), step(4, [0], []),
    ],
    'a step that waits for itself': [step(1, [0], [way(2, 'Selesai'), way(1, 'Belum', true)]), step(2, [1], [])],
    'skips past a step that calls and skips': [
      step(1, [0], [way(2, 'A'), way(4, 'B')]), step(2, [2, 0], [way(5)], 'perubahan-data'), step(3, [1], [way(4)]), step(4, [0], [way(6, 'A'), way(5, 'B')]),
      step(5, [2], [way(6)]), step(6, [1], []),
    ],
  };
  test.each(Object.entries(cases))('%s', (_, steps) => sound(flow(steps, size(3, steps.length)), 300));

  test('two outcomes with one goal are one arrow', () => {
    const { arrows } = flow([step(1, [0], [way(2, 'Lengkap'), way(2, 'Cukup')]), step(2, [0], [])], size(1, 2));
    expect(arrows.map(({ label }) => label)).toEqual(['Lengkap / Cukup']);
  });

  test('arrows that meet have tracks of their own', () => {
    expect(assignTracks([{ from: 0, to: 10 }, { from: 2, to: 4 }, { from: 6, to: 8 }, { from: 20, to: 30 }])).toEqual([1, 0, 0, 0]);
  });
});

test('texts are broken between words', () => {
  expect(wrap('Memeriksa kelengkapan berkas', 12, (text) => text.length)).toEqual(['Memeriksa', 'kelengkapan', 'berkas']);
  expect(wrap('satu dua tiga', 8, (text) => text.length)).toEqual(['satu dua', 'tiga']);
});
