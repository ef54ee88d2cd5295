// Counts by month, year or decade, whichever is fine enough to be read: what a record's bar chart draws and tells.
export interface TimelineItem {
  /** The day of publication: `2020-01-03`. */
  published: string;
  count: number;
}

export interface Bar {
  /** `2020-01`, `2020` or, for a decade, `2020s`. */
  period: string;
  count: number;
  /** The place of the bar on the axis, from 0. */
  slot: number;
}

export interface Timeline {
  unit: 'month' | 'year' | 'decade';
  /** Slots of the axis; months fill whole years. */
  slots: number;
  /** Periods that hold something, first to last. */
  bars: Bar[];
  /** The bar with the most; the first of equals. */
  fullest: Bar;
  /** Where years stand under the axis: at the left edge of a slot. */
  labels: { slot: number; text: string }[];
}

/** More bars than this cannot be told apart on a phone. */
const mostSlots = 120;
/** More years under a full axis would run into each other. */
const mostLabels = 6;
/** Fewer slots than this make a shorter axis, with room for fewer years. */
const fullSlots = 28;

/** Undefined where there is nothing to count. */
export function buildTimeline(items: readonly TimelineItem[]): Timeline | undefined {
  const years = items.map(({ published }) => Number(published.slice(0, 4)));
  if (years.length === 0) return undefined;
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  const span = last - first + 1;
  const unit = span * 12 <= mostSlots ? 'month' : span <= mostSlots ? 'year' : 'decade';
  const decade = Math.floor(first / 10);
  const slotOf = {
    month: (year: number, month: number) => (year - first) * 12 + month - 1,
    year: (year: number) => year - first,
    decade: (year: number) => Math.floor(year / 10) - decade,
  }[unit];
  const nameOf = {
    month: (published: string) => published.slice(0, 7),
    year: (published: string) => published.slice(0, 4),
    decade: (published: string) => `${published.slice(0, 3)}0s`,
  }[unit];

  const bars = new Map<number, Bar>();
  for (const { published, count } of items) {
    const slot = slotOf(Number(published.slice(0, 4)), Number(published.slice(5, 7)));
    const bar = bars.get(slot) ?? { period: nameOf(published), count: 0, slot };
    bar.count += count;
    bars.set(slot, bar);
  }
  const inOrder = [...bars.values()].sort((a, b) => a.slot - b.slot);
  const fullest = inOrder.reduce((most, bar) => (bar.count > most.count ? bar : most));
  const slots = unit === 'month' ? span * 12 : unit === 'year' ? span : slotOf(last, 1) + 1;
  const labels = labelYears(first, last, slots, (year) => slotOf(year, 1));
  return { unit, slots, bars: inOrder, fullest, labels };
}

/** Round years, as many as fit; the first year alone where no round one lies in the span. */
function labelYears(
  first: number,
  last: number,
  slots: number,
  slotOf: (year: number) => number,
): Timeline['labels'] {
  const most = Math.ceil((Math.min(slots, fullSlots) / fullSlots) * mostLabels);
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((size) => (last - first) / size < most) ?? 1000;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  if (years.length === 0) years.push(first);
  return years.map((year) => ({ slot: slotOf(year), text: String(year) }));
}
