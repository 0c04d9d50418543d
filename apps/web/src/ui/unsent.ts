/**
 * What was typed and may stay nowhere but in the memory of this page, because it tells of a person: it survives a look at other pages, not
 * a reload. Whoever signs out, or takes the place of somebody else, gets a fresh page.
 */
const unsent = new Map<string, unknown>();

export const readUnsent = <T>(place: string): T | undefined => unsent.get(place) as T | undefined;

export const keepUnsent = (place: string, value: unknown) => void unsent.set(place, value);

export const dropUnsent = (place: string) => void unsent.delete(place);

/** For tests, which share the page. */
export const dropAllUnsent = () => unsent.clear();
