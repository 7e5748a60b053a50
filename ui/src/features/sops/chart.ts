/** From an SOP to its flow chart. */

import { ways, type Definition, type Step } from './definition';
import { duration } from './describe';
import { flow, type Box, type Flow, type FlowStep } from './flow';

type Charted = {
  pelaksana: { id: string }[];
  langkah: Pick<Step, 'nomor' | 'pelaksana' | 'simbol' | 'lanjut' | 'keputusan'>[];
  sub_sop?: Definition['sub_sop'];
};

export function flowSteps(sop: Charted): FlowStep[] {
  const lane = (id: string) => sop.pelaksana.findIndex((lane) => lane.id === id);
  return sop.langkah.map((step, at) => ({
    number: step.nomor,
    lanes: [...new Set(step.pelaksana.map(lane).filter((column) => column >= 0))],
    symbol: step.simbol,
    ways: ways(sop.langkah, at),
    calls: sop.sub_sop?.find((call) => call.langkah === step.nomor)?.id ?? null,
  }));
}

/** Breaks a text into lines no wider than `width`; a longer word stands alone. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && measure(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The column of activities: where its text begins, room for the number, and how wide it may be. */
export const COLUMN = { x: 20, number: 24, least: 230, most: 460 };
/** From one line of text to the next. */
export const LINE = 16;

/** How narrow and how wide a lane may be; and how wide where even the activities need no more room. */
const LANE = { least: 98, most: 132, roomy: 210 };
/** Room at the right end. */
const EDGE = 16;
const SYMBOL = { width: 64, height: 38 };
const GAP = 32;

export interface ChartRow {
  step: Step;
  lines: string[];
  time: string;
  top: number;
  height: number;
  /** Baseline of the first line. */
  textY: number;
  boxes: Box[];
}

export interface ChartLane {
  id: string;
  ours: boolean;
  lines: string[];
  x: number;
  /** Baseline of the first line of its name. */
  y: number;
  width: number;
}

export interface DrawnChart {
  flow: Flow;
  rows: ChartRow[];
  lanes: ChartLane[];
  /** Right end of the activities. */
  activities: number;
  /** Height of the lanes' names. */
  head: number;
  width: number;
  height: number;
}

/** Lays the whole chart out in a place that is `room` wide, or wider where it must be; `measure` says how wide a text of it is. */
export function chartOf(sop: Definition, room: number, measure: (text: string) => number): DrawnChart {
  const steps = flowSteps(sop);
  const { laneWidth, column, reach, size } = widths(steps, sop.pelaksana.length, room);
  const texts = sop.langkah.map((step) => ({ step, lines: wrap(step.kegiatan, column - COLUMN.number, measure), time: duration(step.waktu) }));
  const heights = texts.map(({ lines, time }) => (lines.length + (time ? 1 : 0)) * LINE);
  const names = sop.pelaksana.map((lane) => wrap(lane.nama, laneWidth - 14, (text) => measure(text) * 1.08));
  const head = Math.max(2, ...names.map((lines) => lines.length)) * LINE + 14;
  const [activities, left] = [COLUMN.x + column, COLUMN.x + column - reach.left];
  const laid = flow(steps, { ...size, left, top: head - GAP / 3, rows: heights });

  const rows = texts.map((text, at) => rowOf(text, heights[at] ?? 0, laid));
  const lanes = sop.pelaksana.map((lane, at): ChartLane => {
    const lines = names[at] ?? [];
    return { id: lane.id, ours: lane.pihak === 'dinas', lines, x: left + at * laneWidth, y: (head - lines.length * LINE) / 2 + 12, width: laneWidth };
  });
  return { flow: laid, rows, lanes, activities, head, width: laid.reach.right + EDGE, height: laid.height + 8 };
}

type RowText = Pick<ChartRow, 'step' | 'lines' | 'time'>;

function rowOf(text: RowText, textHeight: number, laid: Flow): ChartRow {
  const boxes = laid.boxes.filter((box) => box.step === text.step.nomor);
  const height = Math.max(textHeight, SYMBOL.height);
  const middle = (boxes[0]?.y ?? 0) + SYMBOL.height / 2;
  return { ...text, boxes, height, top: middle - height / 2, textY: middle - textHeight / 2 + 12 };
}

/** Lanes as wide as the room allows, then activities. How far arrows reach beside the lanes does not depend on the rows' heights. */
function widths(steps: FlowStep[], lanes: number, room: number) {
  const sized = (laneWidth: number) => ({ laneWidth, lanes, symbol: SYMBOL, gap: GAP, top: 0, left: 0, rows: [] });
  const reachOf = (laneWidth: number) => flow(steps, sized(laneWidth)).reach;
  const wide = reachOf(LANE.most);
  const forLanes = room - COLUMN.x - COLUMN.least - (wide.right - wide.left - lanes * LANE.most) - EDGE;
  const laneWidth = Math.floor(Math.min(LANE.most, Math.max(LANE.least, forLanes / Math.max(1, lanes))));
  const reach = reachOf(laneWidth);
  const free = room - COLUMN.x - (reach.right - reach.left) - EDGE;
  const column = Math.min(COLUMN.most, Math.max(COLUMN.least, free));
  const roomy = Math.floor(Math.min(LANE.roomy, laneWidth + Math.max(0, free - column) / Math.max(1, lanes)));
  return { laneWidth: roomy, column, reach: reachOf(roomy), size: sized(roomy) };
}
