/** By financial year, of all services and of those on awards where they are told apart. */
export const SPEND = 0;
export const COMMITMENT = 1;
export const REFERRED = 2;
export const STARTED = 3;
export const WAIT_DAYS = 4;
export const STOPPED = 5;
export const TURNED_AWAY = 6;
export const CLOSED_OUT = 7;
/** Relationships begun in the year; those of them that were cut short; those cut short in the year. */
export const BEGUN = 8;
export const CUT_SHORT_OF_BEGUN = 9;
export const CUT_SHORT_NOW = 10;
/** Posts paid for, filled, and free while nobody new is taken, times days; what is lost of them. */
export const FUNDED = 11;
export const FILLED = 12;
export const SHUT = 13;
export const LOST = 14;
/** Of everything together alone, from here. */
export const UNSPENT = 15;
export const DAYS = 16;
export const FAMILY_DAYS = 17;
export const FAMILIES_BEGUN = 18;
export const COLUMNS = 19;
