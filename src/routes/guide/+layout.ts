// Pages to read: they need no scripts, so they send none.
export const csr = false;
