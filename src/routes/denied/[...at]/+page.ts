// It may stand at any address, where its scripts would look for another page.
export const csr = false;
