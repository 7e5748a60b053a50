/**
 * Where the symbols and arrows of an SOP's flow chart lie. A step has a row and its performers are columns, so that symbols never meet. An arrow to
 * the next row goes down through the room between the rows; one that skips rows runs at the right of all lanes, one that returns at the left.
 */

import type { SymbolName, Way } from './definition';
import { assignTracks, type Span } from './tracks';

export interface FlowStep {
  number: number;
  /** Columns, from 0; the first is where the arrows come and go. */
  lanes: number[];
  symbol: SymbolName;
  ways: Way[];
  /** Another SOP that the step calls. */
  calls: string | null;
}

export interface Size {
  /** Left edge of the first lane. */
  left: number;
  laneWidth: number;
  lanes: number;
  symbol: { width: number; height: number };
  /** Room above each row, through which arrows pass. */
  gap: number;
  /** Top of the first row's gap. */
  top: number;
  /** Height of each row, at least a symbol's. */
  rows: number[];
}

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  step: number;
  symbol: SymbolName;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Arrow {
  from: number;
  to: number;
  label: string;
  points: Point[];
  /** Where its label stands, and on which side of that point it begins. */
  at: Point & { anchor: 'start' | 'end' };
  back: boolean;
}

/** Another SOP, as an off-page connector. */
export interface Connector {
  step: number;
  sop: string;
  x: number;
  y: number;
  size: number;
  line: Point[];
}

export interface Flow {
  boxes: Box[];
  /** Lines between the symbols of a step that several perform. */
  joins: Point[][];
  arrows: Arrow[];
  connectors: Connector[];
  /** How far the arrows reach beside the lanes. */
  reach: { left: number; right: number };
  height: number;
}

/** Between two arrows that run side by side. */
const TRACK = 14;
/** An off-page connector, and the room for it and its name beside the lanes. */
const CONNECTOR = 28;
const CONNECTOR_ROOM = 104;

interface Row {
  step: FlowStep;
  top: number;
  bottom: number;
  /** From the leftmost to the rightmost; `main` is where arrows from above come in. */
  boxes: Box[];
  main: Box;
}

type Side = 'down' | 'left' | 'right';

interface Edge {
  from: Row;
  to: Row;
  label: string;
  back: boolean;
  side: Side;
}

export function flow(steps: FlowStep[], size: Size): Flow {
  const rows = layRows(steps, size);
  const edges = edgesOf(rows);
  const connectors = rows.flatMap((row) => connect(row, size));
  const left = gutter(edges, 'left', size.left - labelRoom(edges, 'left', size), -TRACK);
  const right = gutter(edges, 'right', size.left + size.lanes * size.laneWidth + labelRoom(edges, 'right', size) + (connectors.length && CONNECTOR_ROOM), TRACK);
  const arrows = edges.map((edge) => arrow(edge, edges, size, left.get(edge) ?? right.get(edge) ?? 0));
  const xs = [...arrows.flatMap((drawn) => drawn.points.map(({ x }) => x)), ...connectors.map(({ x, size }) => x + size)];
  return {
    boxes: rows.flatMap((row) => row.boxes),
    joins: rows.flatMap(joinsOf),
    arrows,
    connectors,
    reach: { left: Math.min(size.left, ...xs) - TRACK, right: Math.max(size.left + size.lanes * size.laneWidth, ...xs) + TRACK },
    height: (rows.at(-1)?.bottom ?? size.top) + size.gap / 2,
  };
}

function layRows(steps: FlowStep[], size: Size): Row[] {
  let top = size.top + size.gap;
  return steps.map((step, at) => {
    const height = Math.max(size.rows[at] ?? 0, size.symbol.height);
    const place = (lane: number): Box => ({
      step: step.number, symbol: step.symbol, ...size.symbol,
      x: size.left + (lane + 0.5) * size.laneWidth - size.symbol.width / 2,
      y: top + (height - size.symbol.height) / 2,
    });
    const main = place(step.lanes[0] ?? 0);
    const boxes = [main, ...step.lanes.slice(1).map(place)].sort((a, b) => a.x - b.x);
    const row: Row = { step, top, bottom: top + height, boxes, main };
    top = row.bottom + size.gap;
    return row;
  });
}

/** Ways of one step to the same place become one arrow with both words. */
function edgesOf(rows: Row[]): Edge[] {
  return rows.flatMap((from, at) => {
    const edges = new Map<number, Edge>();
    for (const { to, label, back } of from.step.ways) {
      const target = rows.findIndex((row) => row.step.number === to);
      const row = rows[target];
      if (!row) continue;
      const known = edges.get(to);
      if (known) known.label += ` / ${label}`;
      else edges.set(to, { from, to: row, label, back, side: target === at + 1 ? 'down' : target > at ? 'right' : 'left' });
    }
    return [...edges.values()];
  });
}

/** Where each arrow of a side runs, beginning at `first`; the shorter ones run nearer to the lanes. */
function gutter(edges: Edge[], side: Side, first: number, step: number): Map<Edge, number> {
  const mine = edges.filter((edge) => edge.side === side);
  const spans = mine.map(({ from, to }): Span => ({ from: Math.min(from.top, to.top), to: Math.max(from.bottom, to.bottom) }));
  const tracks = assignTracks(spans);
  return new Map(mine.map((edge, at) => [edge, first + step * ((tracks[at] ?? 0) + 1)]));
}

/** How far labels stand out over the lanes. */
function labelRoom(edges: Edge[], side: Side, size: Size): number {
  const end = size.left + size.lanes * size.laneWidth;
  const outside = edges.filter((edge) => edge.side === side && edge.label).map((edge) => {
    const [near, far] = [first(edge.from).x - size.left, end - rightOf(last(edge.from))];
    return labelWidth(edge.label) + 8 - (side === 'left' ? near : far);
  });
  return Math.max(0, ...outside);
}

/** A good guess, in the face and size that labels have. */
export function labelWidth(label: string): number {
  return label.length * 6.1;
}

function arrow(edge: Edge, edges: Edge[], size: Size, track: number): Arrow {
  const { from, to, label, back, side } = edge;
  const points = side === 'down' ? down(edge, size) : [...leave(edge, size, track), ...enter(edge, edges, size, track)];
  return { from: from.step.number, to: to.step.number, label, back, points, at: labelPlace(edge, edges) };
}

function down({ from, to }: Edge, size: Size): Point[] {
  const [start, end] = [{ x: middle(from.main), y: below(from.main) }, { x: middle(to.main), y: to.main.y }];
  if (start.x === end.x) return [start, end];
  const y = to.top - size.gap / 2;
  return [start, { x: start.x, y }, { x: end.x, y }, end];
}

/** From the symbol to the track; past a connector, through the room below the row. */
function leave({ from, side }: Edge, size: Size, track: number): Point[] {
  if (side === 'right' && from.step.calls) {
    const y = from.bottom + size.gap / 4;
    return [{ x: middle(from.main), y: below(from.main) }, { x: middle(from.main), y }, { x: track, y }];
  }
  const x = side === 'left' ? first(from).x : rightOf(last(from));
  return [{ x, y: centre(from.main) }, { x: track, y: centre(from.main) }];
}

/** From the track into the symbol: at its side, or from above where something leaves there. */
function enter({ to, side }: Edge, edges: Edge[], size: Size, track: number): Point[] {
  const taken = edges.some((other) => other.from === to && other.side === side) || (side === 'right' && to.step.calls !== null);
  if (!taken) return [{ x: track, y: centre(to.main) }, { x: side === 'left' ? first(to).x : rightOf(last(to)), y: centre(to.main) }];
  const y = to.top - size.gap / 4;
  return [{ x: track, y }, { x: middle(to.main), y }, { x: middle(to.main), y: to.main.y }];
}

/** Beside the beginning of the arrow; a second one of the same side stands below the line. */
function labelPlace(edge: Edge, edges: Edge[]): Arrow['at'] {
  const { from, side } = edge;
  if (side === 'down') return { x: middle(from.main) + 6, y: below(from.main) + 13, anchor: 'start' };
  const nth = edges.filter((other) => other.from === from && other.side === side).indexOf(edge);
  const y = centre(from.main) + (nth === 0 ? -6 : 2 + nth * 13);
  return side === 'left' ? { x: first(from).x - 5, y, anchor: 'end' } : { x: rightOf(last(from)) + 5, y, anchor: 'start' };
}

function connect(row: Row, size: Size): Connector[] {
  if (!row.step.calls) return [];
  const [x, y] = [size.left + size.lanes * size.laneWidth + (CONNECTOR_ROOM - CONNECTOR) / 2, centre(row.main)];
  const line = [{ x: rightOf(last(row)), y }, { x, y }];
  return [{ step: row.step.number, sop: row.step.calls, x, y: y - CONNECTOR / 2, size: CONNECTOR, line }];
}

function joinsOf(row: Row): Point[][] {
  return row.boxes.slice(1).map((box, at) => {
    const y = centre(box);
    return [{ x: rightOf(row.boxes[at] ?? box), y }, { x: box.x, y }];
  });
}

const first = (row: Row): Box => row.boxes[0] ?? row.main;
const last = (row: Row): Box => row.boxes.at(-1) ?? row.main;
const middle = (box: Box): number => box.x + box.width / 2;
const centre = (box: Box): number => box.y + box.height / 2;
const rightOf = (box: Box): number => box.x + box.width;
const below = (box: Box): number => box.y + box.height;
