/** What a page of the options is about. */
export const PageHead = ({ title, lead }: { readonly title: string; readonly lead?: string }) => (
  <div class="head">
    <div>
      <h1>{title}</h1>
      {lead && <p>{lead}</p>}
    </div>
  </div>
);
