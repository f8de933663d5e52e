/** As much of Papa Parse as is used here. */
declare module 'papaparse' {
  export interface UnparseConfig {
    readonly newline?: string;
    readonly escapeFormulae?: boolean | RegExp;
  }
  const papaparse: { unparse(rows: readonly (readonly unknown[])[], config?: UnparseConfig): string };
  export default papaparse;
}
