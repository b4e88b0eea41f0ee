#!/bin/sh
# Joins the families into the Swift source that embeds them: the one step from Families/*.catalog to the command.
set -e
cd "$(dirname "$0")/../../../Sources/DeviceMap/Catalog"
LC_ALL=C
export LC_ALL
{
  cat <<'HEAD'
// swift-format-ignore-file
// The files of Families/, joined by Fixtures/oracle/catalog/embed.sh; edit those.
// The grammar is described in Families/README.md.

/// The text of all families.
package let catalogText: StaticString = #"""
HEAD
  cat Families/*.catalog
  echo '"""#'
} > CatalogText.swift
