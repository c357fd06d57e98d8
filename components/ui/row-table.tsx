"use client";

import { Table } from "@heroui/react";
import type { ReactNode } from "react";

interface RowTableProps {
  /** What the rows are, for those who do not see them. */
  label: string;
  /** `Table.Column`s. */
  columns: ReactNode;
  /** `Table.Row`s. */
  children: ReactNode;
}

/** Rows to read: scrolls by itself where it is wider than its place. */
export function RowTable({ label, columns, children }: RowTableProps) {
  return (
    <Table variant="secondary">
      <Table.ScrollContainer>
        <Table.Content aria-label={label}>
          <Table.Header>{columns}</Table.Header>
          <Table.Body>{children}</Table.Body>
        </Table.Content>
      </Table.ScrollContainer>
    </Table>
  );
}
