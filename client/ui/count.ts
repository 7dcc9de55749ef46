// Numbers of things in words.

/** A number with its unit: `unit` is a plural in -s, which one of them loses. */
export const counted = (count: number, unit: string): string => `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
