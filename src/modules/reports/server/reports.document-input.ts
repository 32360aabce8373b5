import type { DocumentSignature, PictureBlock } from '../../../platform/documents/official-document.ts';

/** A report with everything that its printed form shows; dates are ISO days. */
export type PrintableReport = {
  title: string;
  periodFrom: string;
  periodTo: string;
  scopeName: string;
  /** The directive that the report answers, as it is cited; null where there is none. */
  directiveCitation: string | null;
  agency: { parentName: string | null; name: string; symbol: string; place: string };
  number: number | null;
  date: string | null;
  addressees: readonly string[];
  recipients: readonly string[];
  signature: DocumentSignature;
  figures: readonly ReportFigure[];
  rows: readonly ReportRow[];
  /** How the clauses of each theme stand, drawn; empty leaves the chart out. */
  themes: readonly ThemeChartRow[];
  /** The annex: clauses × units. */
  matrix: PrintableMatrix | null;
  narrative: ReportNarrative;
  draft: boolean;
  /** The report shows invented data and must say so on every page. */
  example: boolean;
};

export type ReportFigure = { key: string; label: string; value: number | string | null; note: string | null };

export type ReportRow = {
  clausePath: string;
  clauseTitle: string;
  theme: string | null;
  /** In words, as the reader shall read it. */
  status: string;
  done: string;
  evidence: readonly ReportEvidence[];
};

export type PrintableMatrix = {
  /** The day of the figures. */
  countedTo: string;
  /** How many cells stand in each state, in words. */
  summary: string;
  /** Clauses for which nothing was asked of a unit and nothing came: they stand in a sentence, not in a row. */
  blankPaths: readonly string[];
  units: readonly string[];
  /** How many communes the last column folds; null where no clause concerns them. */
  communeCount: number | null;
  rows: readonly {
    clausePath: string;
    clauseTitle: string;
    /** In words, one a unit, in their order; empty where nothing was asked. */
    cells: readonly string[];
    communes: string;
  }[];
};

export type ThemeChartRow = { theme: string; bar: PictureBlock; words: string };

export type ReportEvidence = { label: string; url: string | null; date: string | null; bySystem: boolean };

export type ReportNarrative = {
  situation: string;
  results: string;
  shortcomings: string;
  causes: string;
  directions: string;
  recommendations: string;
};
