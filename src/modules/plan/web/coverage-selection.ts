/** One cell of the matrix: a clause in a column (a unit or a month). */
export interface SelectedCell {
  readonly clauseId: string;
  readonly columnId: string;
}

export interface GridColumn {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Communes and wards: folded into one column until they are opened. */
  readonly isFoldable: boolean;
  readonly isNow: boolean;
}
