/// How a page looks on a screen and on paper: one leader or school a sheet.
enum PageStyle {
  static let text = """
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
    a{color:var(--session)}
    header,main,footer{max-width:1080px;margin:0 auto;padding:0 24px}
    header{padding-top:36px}
    h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem}
    h2{font-size:1.4rem;margin:3rem 0 .75rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
    h3{font-size:1.1rem;margin:1.75rem 0 .25rem}
    p{margin:.4rem 0}
    .over{margin:0;color:var(--quiet);font-size:.9rem;letter-spacing:.03em;text-transform:uppercase}
    .quiet,.sub{color:var(--quiet)}
    .sub{margin:0 0 .5rem}
    .notice{display:inline-block;margin:.75rem 0 0;padding:.35rem .75rem;border:1px solid var(--warn);
    border-radius:6px;background:var(--warn-fill);color:var(--warn);font-weight:600;font-size:.9rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:1rem 0 0;padding:0}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(165px,1fr));gap:12px;margin:1rem 0}
    .tile{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
    .tile b{display:block;font-size:1.45rem;line-height:1.2;font-variant-numeric:tabular-nums}
    .tile span{color:var(--quiet);font-size:.9rem}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.5rem 0 1rem}
    caption{text-align:left;font-weight:600;padding:.4rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line)}
    thead th{color:var(--quiet);font-weight:600;border-bottom:2px solid var(--line)}
    tbody th{font-weight:600}
    .plain{font-weight:400}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .t{white-space:nowrap}
    tfoot th,tfoot td{font-weight:700;border-top:2px solid var(--line);border-bottom:0}
    .meter{display:inline-block;width:90px;height:9px;margin-right:.5rem;border-radius:5px;background:var(--closed);
    vertical-align:baseline;overflow:hidden}
    .meter i{display:block;height:100%;background:var(--release)}
    .meter.s i{background:var(--session)}
    svg{display:block;max-width:100%;height:auto}
    svg.year{width:100%;max-width:920px;margin:.5rem 0}svg.map{width:100%}
    svg.defs{position:absolute;width:0;height:0}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;color:var(--quiet);font-size:.88rem;margin:.3rem 0;padding:0;
    list-style:none}
    .legend i{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:.4rem;vertical-align:-1px}
    .k-session{background:var(--session-fill)}.k-visit{background:var(--visit-fill)}.k-closed{background:var(--closed)}
    .k-venue,.k-sessions{background:var(--session)}.k-school,.k-visits{background:var(--visit)}
    .k-home,.k-release{background:var(--release)}
    .unserved{border-left:4px solid var(--warn);padding:.1rem 0 .1rem 1rem;margin:1rem 0}
    .unserved h3{margin:.2rem 0}
    .funnel{margin:.4rem 0;padding:0;list-style:none;font-size:.92rem}
    .funnel li{display:flex;gap:.6rem}
    .funnel b{min-width:4.5ch;text-align:right;font-variant-numeric:tabular-nums}
    .filter{margin:.5rem 0}
    .filter input{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--quiet);border-radius:6px;
    padding:.4rem .7rem;width:min(420px,100%)}
    article{content-visibility:auto;contain-intrinsic-size:auto 640px;border-top:1px solid var(--line);
    padding:.25rem 0 1rem}
    .digest{overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:.85rem}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.25rem;margin:.75rem 0}
    dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
    footer{color:var(--quiet);font-size:.88rem;padding-top:2rem;padding-bottom:3rem}
    @media print{@page{margin:14mm}
    body{font-size:9.5pt;line-height:1.35}h2{margin-top:1.5rem}article h3{margin-top:0;font-size:14pt}
    th,td{padding:.2rem .6rem .2rem 0}.scroll{overflow:visible}svg.map{max-height:150mm}
    header,main,footer{max-width:none;padding:0}nav,.filter{display:none}
    a{color:inherit;text-decoration:none}h2,h3,h2+p{break-after:avoid}tr,.tile,.unserved,svg{break-inside:avoid}
    thead{display:table-header-group}
    article{content-visibility:visible;break-before:page;border:0}
    h2+article,.filter+article{break-before:auto}
    section.pages{break-before:page}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """

  /// Shows the articles whose heading has what is typed; without it all are there to read.
  static let script = """
    for(const box of document.querySelectorAll('.filter')){box.hidden=false;
    const own=[...box.parentElement.querySelectorAll('article')].map(a=>[a,a.querySelector('h3').textContent.toLowerCase()+' '+a.querySelector('.sub')
    .textContent.toLowerCase()]);
    box.querySelector('input').addEventListener('input',e=>{const want=e.target.value.toLowerCase();
    for(const [a,text] of own)a.hidden=!text.includes(want)})}
    """
}
