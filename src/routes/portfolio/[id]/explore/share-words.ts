/** What pages say of giving a scenario to others. */
export interface ShareWords {
  /** What the address of the page holds, and for whom. */
  address: string;
  /** Said once an address is copied. */
  copied: string;
  /** Who sees what is kept. */
  kept: string;
}

const SHIPPED: ShareWords = {
  address: 'The address of this page holds your scenario: whoever you give it to sees the same.',
  copied: 'Copied. Whoever opens the address sees this scenario.',
  kept: 'Kept in this browser alone, until you take it away. Others see nothing of it unless you give them its address or its file.',
};

/** An own model is in one browser: to anybody else its address is a dead end. */
const OWN: ShareWords = {
  address:
    'The address of this page holds your scenario and opens in this browser only, for your model is kept here. To show it to others, add it to the model’s scenarios, download the model, and give them that file.',
  copied:
    'Copied. It opens in this browser only: to show the scenario to others, add it to the model’s scenarios below, download the model, and give them that file.',
  kept: 'Kept in this browser alone, until you take it away. Others see nothing of it unless it is among the model’s scenarios and you give them the model’s file.',
};

/** Return the words for a shipped model, which anybody can open, or for one's own. */
export function shareWords(isOwn: boolean): ShareWords {
  return isOwn ? OWN : SHIPPED;
}
