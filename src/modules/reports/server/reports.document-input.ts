import type { DocumentSignature } from '../../../platform/documents/official-document.ts';

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

export type ReportEvidence = { label: string; url: string | null; date: string | null; bySystem: boolean };

export type ReportNarrative = {
  situation: string;
  results: string;
  shortcomings: string;
  causes: string;
  directions: string;
  recommendations: string;
};
