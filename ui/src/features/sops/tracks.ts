/** Arrows that run side by side: which of them may share a line. */

export interface Span {
  from: number;
  to: number;
}

/** A track, from 0, for each span, so that no two spans of a track meet. The shorter a span, the lower its track. */
export function assignTracks(spans: Span[]): number[] {
  const tracks: number[] = [];
  const order = spans.map((_, at) => at).sort((a, b) => length(spans[a]) - length(spans[b]));
  for (const at of order) {
    const taken = order.filter((other) => tracks[other] !== undefined && meet(spans[at], spans[other])).map((other) => tracks[other]);
    let track = 0;
    while (taken.includes(track)) track++;
    tracks[at] = track;
  }
  return tracks;
}

function length(span: Span | undefined): number {
  return span ? span.to - span.from : 0;
}

function meet(one: Span | undefined, other: Span | undefined): boolean {
  return Boolean(one && other && one.from <= other.to && other.from <= one.to);
}
