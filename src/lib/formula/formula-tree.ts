/**
 * A formula as plain data: checked, free of code, ready to be posted to a
 * worker. Names stand for variables of the rule (`time-together`) or for named
 * assumptions; both are given values, in base units, when it is compiled.
 */
export type FormulaTree =
  | { op: 'number'; value: number }
  | { op: 'name'; name: string }
  | { op: 'negate'; of: FormulaTree }
  | {
      op: 'add' | 'subtract' | 'multiply' | 'divide' | 'power';
      left: FormulaTree;
      right: FormulaTree;
    }
  | { op: 'compare'; how: '<' | '<=' | '>' | '>=' | '=='; left: FormulaTree; right: FormulaTree }
  | { op: 'if'; test: FormulaTree; yes: FormulaTree; no: FormulaTree }
  | { op: 'call'; name: 'exp' | 'log' | 'sqrt' | 'min' | 'max'; of: FormulaTree[] };
