/** What stands beside the lists of issues: how they get to GitHub. */
export const readme = `# Issues of a move

- \`milestones.json\`: the phases, each a body of \`POST /repos/OWNER/REPO/milestones\`.
- \`issues.json\`: the steps, checklists and open questions, in the order of the plan. Each is a body of
  \`POST /repos/OWNER/REPO/issues\`, but for \`milestone\`: it is the title of a milestone here, and its number there.
- \`bodies/\`: the text of each issue as a file.

With GitHub's command line (\`gh\`) and \`jq\`, in a shell:

\`\`\`sh
jq -c '.[] | with_entries(select(.value != null))' milestones.json | while read -r milestone; do
  printf '%s' "$milestone" | gh api repos/OWNER/REPO/milestones --input -
done
gh label create rehome --force -R OWNER/REPO
jq -r '.[].labels[]' issues.json | sort -u | while read -r label; do gh label create "$label" --force -R OWNER/REPO; done
jq -c '.[]' issues.json | while read -r issue; do
  title=$(printf '%s' "$issue" | jq -r .milestone)
  number=$(gh api "repos/OWNER/REPO/milestones?state=all&per_page=100" | jq --arg t "$title" '[.[] | select(.title == $t)][0].number')
  printf '%s' "$issue" | jq --argjson n "$number" '.milestone = $n' | gh api repos/OWNER/REPO/issues --input -
done
\`\`\`

Running it twice makes every issue twice.
`;
