import ts from 'typescript';
import { timedReports } from './rooms.ts';
import { lineOf, visit, type Breach, type Source } from './source.ts';

const message = 'no test is timed: count what is done, or assert an order';

/**
 * No test measures how long something takes, as a slow machine is no error: no stopwatch, and no
 * moment taken from another one. Where the clock is a made one, moments may be.
 */
export function checkStopwatches({ path, isTest, text, tree }: Source): Breach[] {
  if (!isTest || timedReports.includes(path)) return [];
  const found: Breach[] = [];
  const isMadeClock = text.includes('useFakeTimers');
  visit(tree, (node) => {
    const isTimed = isStopwatch(node) || (!isMadeClock && isSpan(node));
    if (isTimed) found.push({ path, line: lineOf(node), message });
  });
  return found;
}

function isStopwatch(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const [of, name] = [node.expression.getText(), node.name.text];
  return (
    (of === 'performance' && name === 'now') ||
    (of === 'process' && ['cpuUsage', 'hrtime', 'resourceUsage'].includes(name)) ||
    (of === 'console' && name === 'time')
  );
}

/** A moment less something that is no plain number: `Date.now() - 3 * DAY` would be another moment. */
function isSpan(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.MinusToken) {
    return false;
  }
  const { left, right } = node;
  return isNow(right) || (isNow(left) && !/^[\d_\s*.]+$/.test(right.getText()));
}

function isNow(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'Date.now';
}
