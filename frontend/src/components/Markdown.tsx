/** Markdown as elements of the page. What is not Markdown is text: nothing that somebody wrote becomes HTML. */
import { Fragment, type ReactNode } from "react";
import { type Block, blocksOf, type Inline } from "@/lib/markdown";
import classes from "./Markdown.module.css";

type Leaf = (text: string) => ReactNode;
const asItIs: Leaf = (text) => text;

/** `leaf` says what becomes of plain text, for example of names in it. */
export function Markdown({ text, leaf = asItIs }: { text: string; leaf?: Leaf }) {
  return (
    <div className={classes.text}>
      {blocksOf(text).map((block, index) => (
        <BlockOf key={index} block={block} leaf={leaf} />
      ))}
    </div>
  );
}

function BlockOf({ block, leaf }: { block: Block; leaf: Leaf }) {
  if (block.type === "code") return <pre>{block.text}</pre>;
  if (block.type === "paragraph") return <p>{inline(block.children, leaf)}</p>;
  if (block.type === "table") return <Table table={block} leaf={leaf} />;
  const List = block.isOrdered ? "ol" : "ul";
  return (
    <List>
      {block.items.map((item, index) => (
        <li key={index}>{inline(item, leaf)}</li>
      ))}
    </List>
  );
}

function Table({ table, leaf }: { table: Extract<Block, { type: "table" }>; leaf: Leaf }) {
  const look = (column: number) => ({ textAlign: table.aligns[column] });
  return (
    <div className={classes.table}>
      <table>
        <thead>
          <tr>
            {table.head.map((cell, column) => (
              <th key={column} scope="col" style={look(column)}>
                {inline(cell, leaf)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={look(column)}>
                  {inline(cell, leaf)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const inline = (parts: readonly Inline[], leaf: Leaf): ReactNode =>
  parts.map((part, index) => <Fragment key={index}>{inlineOf(part, leaf)}</Fragment>);

function inlineOf(part: Inline, leaf: Leaf): ReactNode {
  switch (part.type) {
    case "text":
      return leaf(part.text);
    case "code":
      return <code>{part.text}</code>;
    case "strong":
      return <strong>{inline(part.children, leaf)}</strong>;
    case "em":
      return <em>{inline(part.children, leaf)}</em>;
    case "link":
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      );
  }
}
