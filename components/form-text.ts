/** What was typed into a field of a form, without the spaces around it; '' for a file or a field that is not there. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const given = new FormData(form).get(name);
  return typeof given === 'string' ? given.trim() : '';
}
