/** What the report is called, on pages and in files. */
export const REPORT_NAME = 'Report of the method (STRESS)';
