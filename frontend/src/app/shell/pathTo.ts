/** The address of a place where somebody is. */
export function pathTo(workspace: string, system: string | null, place: string): string {
  const here = `/w/${workspace}`;
  if (system) return `${here}/systems/${system}/${place}`;
  return place === "home" ? here : `${here}/${place}`;
}
