import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { HandField, HandRow } from "./by-hand-rows";

/** Up to here all rows are on the page, for the browser's own search and for printing. */
const mostAtOnce = 200;
const usualHeight = 76;

export type RowPart = { kind: "row"; row: HandRow; index: number } | { kind: "gap"; key: string; height: number };

/** Of many rows those in view, and the one that somebody types in, with gaps for the others; of few rows all. */
export function useRowWindow(rows: readonly HandRow[], currentId: number | null) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const enabled = rows.length > mostAtOnce;
  const current = enabled ? rows.findIndex(({ id }) => id === currentId) : -1;
  const virtualizer = useWindowVirtualizer({
    enabled,
    count: rows.length,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollMargin: top,
    // under the top bar nothing is in view
    scrollPaddingStart: 80,
    scrollPaddingEnd: 120,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return current < 0 || shown.includes(current) ? shown : [...shown, current].sort((a, b) => a - b);
    },
    measureElement: (element) => element.getBoundingClientRect().height || usualHeight,
  });

  // what stands above the rows may grow
  useLayoutEffect(() => {
    if (enabled && body.current) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
  });

  const parts: RowPart[] = [];
  if (enabled) {
    let end = top;
    for (const { index, start, size } of virtualizer.getVirtualItems()) {
      if (start > end) parts.push({ kind: "gap", key: `before ${index}`, height: start - end });
      parts.push({ kind: "row", row: rows[index] as HandRow, index });
      end = start + size;
    }
    const rest = virtualizer.getTotalSize() + top - end;
    if (rest > 0) parts.push({ kind: "gap", key: "rest", height: rest });
  } else {
    rows.forEach((row, index) => {
      parts.push({ kind: "row", row, index });
    });
  }

  /** Goes to a cell, bringing its row into view first. */
  function focus(index: number, field: HandField) {
    const find = () => body.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-field=${field}]`);
    const found = find();
    if (found) return found.focus();
    virtualizer.scrollToIndex(index, { align: "center" });
    let tries = 0;
    const wait = () => {
      const input = find();
      if (input) input.focus();
      else if (tries++ < 60) requestAnimationFrame(wait);
    };
    requestAnimationFrame(wait);
  }

  return { body, parts, measure: enabled ? virtualizer.measureElement : undefined, focus };
}
