/** Words with labels as the options of a field. */
export const options = (labels: Record<string, string>): { value: string; label: string }[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export const labelled = (rows: Record<string, { label: string }>): { value: string; label: string }[] =>
  Object.entries(rows).map(([value, { label }]) => ({ value, label }));
