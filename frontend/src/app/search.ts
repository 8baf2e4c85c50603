/** Reading what stands behind the "?" of an address: anybody can write anything there. */

const LONGEST = 200;

export const word = (value: unknown): string | undefined => {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" ? text.slice(0, LONGEST) : undefined;
};

export const oneOf = <Value extends string>(allowed: readonly Value[], value: unknown): Value | undefined =>
  allowed.find((one) => one === value);
