#!/bin/sh
# Joins the families into the Swift source that embeds them: the one step from Families/ to the command.
# Families/*.catalog is the newest release; Families/until-RELEASE/ holds what was another way up to that one.
set -e
cd "$(dirname "$0")/../../../Sources/DeviceMap/Catalog"
LC_ALL=C
export LC_ALL
text() { echo "package let $1: StaticString = #\"\"\""; cat "$2/RELEASE" "$2"/*.catalog; echo '"""#'; }
{
  cat <<'HEAD'
// swift-format-ignore-file
// The files of Families/, joined by Fixtures/oracle/catalog/embed.sh; edit those.
// The grammar is described in Families/README.md.

/// The texts of all releases, the newest first; of an earlier one what was another way up to it.
package let catalogTexts: [StaticString] = [
  catalogText,
HEAD
  for folder in $(ls -d Families/until-* | sort -rV); do echo "  catalogTextUntil$(basename "$folder" | tr -dc 0-9),"; done
  printf ']\n\n/// The text of all families.\n'
  text catalogText Families
  for folder in $(ls -d Families/until-* | sort -rV); do
    printf '\n/// What was another way up to release %s.\n' "${folder##*until-}"
    text "catalogTextUntil$(basename "$folder" | tr -dc 0-9)" "$folder"
  done
} > CatalogText.swift
