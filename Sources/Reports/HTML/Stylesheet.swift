/// How a report looks: quiet, legible on a phone and on paper, in light and in dark.
///
/// Contrast: text on its ground has at least 4.5 : 1, signs and outlines at least 3 : 1 (WCAG 2.2,
/// 1.4.3 and 1.4.11), in both.
enum Stylesheet {
  static let text: StaticString = """

    :root{--bg:#fff;--text:#1c2127;--muted:#545d68;--rule:#d3d9e0;--soft:#f4f6f8;--link:#0b4f8a;
    --strong:#1f5f82;--quietfill:#a9cbdb;--line:#46505b;
    --stripe-b:#f7e7c4;--stripe-l:#8a5a00;--dot-b:#eceff2;--dot-l:#46505b;
    --cross-b:#f8dcd7;--cross-l:#a03a28;--unknown-b:#eef1f4;--unknown-l:#6b7581;
    --warn-b:#fff3d6;--warn-l:#8a5a00;--warn-t:#5c3b00;--today:#a3261a}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#14181d;--text:#e7eaee;--muted:#a8b2bd;
    --rule:#39424c;--soft:#1c2229;--link:#8cc4f2;--strong:#7fb9d6;--quietfill:#2f5d73;--line:#a8b2bd;
    --stripe-b:#3b3018;--stripe-l:#e3b35a;--dot-b:#262d35;--dot-l:#a8b2bd;
    --cross-b:#40211d;--cross-l:#ec9c8e;--unknown-b:#242b33;--unknown-l:#7d8894;
    --warn-b:#33290f;--warn-l:#e3b35a;--warn-t:#f3d79a;--today:#ff9d8f}}
    *{box-sizing:border-box}
    html{background:var(--bg);color:var(--text);-webkit-text-size-adjust:100%;scroll-behavior:auto}
    body{margin:0 auto;max-width:70rem;padding:2.5rem 2rem 4rem;
    font:1rem/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Liberation Sans",Arial,sans-serif;
    overflow-wrap:break-word}
    a{color:var(--link)}
    .skip{position:absolute;left:-999rem}
    .skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem 1rem;z-index:1}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .patterns{position:absolute}
    h1{font-size:2rem;line-height:1.2;font-weight:650;letter-spacing:-.01em;margin:.25rem 0 .5rem;
    max-width:44rem;text-wrap:balance;overflow-wrap:anywhere}
    h2{font-size:1.375rem;line-height:1.3;font-weight:650;margin:0 0 .75rem}
    p{margin:0 0 .75rem;max-width:44rem}
    .kicker{color:var(--muted);margin:0}
    .asat{font-size:1.25rem;color:var(--muted);margin:0 0 1.5rem}
    .code{font-variant-numeric:tabular-nums}
    bdi{white-space:pre-line}
    .t,.note,.facts,.empty,figcaption,caption{overflow-wrap:anywhere}
    .quiet{color:var(--muted);font-style:italic}
    .banner{border:2px solid var(--warn-l);border-left-width:.75rem;background:var(--warn-b);
    color:var(--warn-t);padding:.75rem 1rem;margin:0 0 1.5rem;max-width:48rem;
    -webkit-print-color-adjust:exact;print-color-adjust:exact}
    .banner p{margin:.125rem 0 0}
    dl,dt,dd{margin:0}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.75rem 2rem;
    border-top:1px solid var(--rule);padding-top:1rem}
    dt{color:var(--muted);font-size:.875rem}
    nav{margin:2.5rem 0;border-top:1px solid var(--rule);padding-top:1rem}
    nav h2{font-size:1rem}
    nav ol{columns:18rem;column-gap:2rem;margin:0;padding-left:1.75rem}
    nav li{padding:.125rem 0;break-inside:avoid}
    section,footer{border-top:1px solid var(--rule);padding-top:1.5rem;margin-top:3rem}
    .figures{border:0;padding:0;margin-top:0}
    .figures dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:1.5rem}
    .figures dl>div{border-top:3px solid var(--strong);padding-top:.5rem;display:flex;
    flex-direction:column;justify-content:space-between}
    .figure{font-size:2.25rem;line-height:1.15;font-weight:650;font-variant-numeric:tabular-nums}
    .of{color:var(--muted);margin-left:.375rem;font-size:.9375rem}
    .note{color:var(--text)}
    .empty{color:var(--muted)}
    .empty strong{color:var(--text);font-weight:600}
    figure{margin:1.5rem 0 2rem;max-width:56rem}
    figcaption,caption{font-weight:600;text-align:left;padding:0 0 .5rem;caption-side:top}
    caption span{position:sticky;left:0;display:inline-block;max-width:min(44rem,100vw - 2rem)}
    .key{list-style:none;display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin:0 0 .75rem;padding:0;
    font-size:.875rem;color:var(--muted)}
    .key li{display:flex;align-items:center;gap:.5rem}
    figure>svg{display:block;overflow:visible}
    svg text{fill:var(--text);font-size:13px;font-variant-numeric:tabular-nums}
    svg .name{paint-order:stroke;stroke:var(--bg);stroke-width:3px;stroke-linejoin:round}
    svg .inside{font-weight:600;paint-order:stroke;stroke:var(--bg);stroke-width:4px;
    stroke-linejoin:round}
    svg .count{font-weight:600}
    svg .why{fill:var(--muted);font-style:italic}
    svg .tick{font-size:12px;fill:var(--muted)}
    svg rect[class^=f-]{stroke:var(--line);stroke-width:1}
    .f-strong{fill:var(--strong)}.f-quiet{fill:var(--quietfill)}.f-hollow{fill:var(--bg)}
    .f-striped{fill:url(#p-striped)}.f-dotted{fill:url(#p-dotted)}.f-crossed{fill:url(#p-crossed)}
    .b-striped{fill:var(--stripe-b)}.l-striped{fill:var(--stripe-l)}
    .b-dotted{fill:var(--dot-b)}.l-dotted{fill:var(--dot-l)}
    .b-crossed{fill:var(--cross-b)}.l-crossed{stroke:var(--cross-l);stroke-width:1.3;fill:none}
    .b-unknown{fill:var(--unknown-b)}.l-unknown{fill:var(--unknown-l)}
    .b-coarse{fill:var(--bg)}.l-coarse{fill:var(--text)}
    .unknown{fill:url(#p-unknown);stroke:var(--line);stroke-dasharray:3 2}
    .coarse{fill:url(#p-coarse);stroke:var(--text);stroke-width:.75;stroke-dasharray:2 2}
    .axis{stroke:var(--line);stroke-width:1.5}
    .grid{stroke:var(--rule);stroke-width:1}
    .today{stroke:var(--today);stroke-width:1.5;stroke-dasharray:4 3}
    .sign{fill:var(--strong);stroke:var(--bg);stroke-width:1.5}
    .cross{stroke:var(--cross-l);stroke-width:2.5;fill:none}
    .deadline{fill:var(--text);stroke:var(--bg);stroke-width:1.5}
    .original{fill:var(--bg);stroke:var(--text);stroke-width:1.5}
    .box{overflow-x:auto;margin:1.5rem 0 .5rem}
    table{border-collapse:collapse;font-size:.9375rem;line-height:1.4;
    font-variant-numeric:tabular-nums;min-width:100%}
    .list table{font-size:.875rem}.list th,.list td{padding-right:.75rem}
    .box:not(.list) table{min-width:min(100%,32rem)}
    th,td{text-align:left;vertical-align:top;padding:.4375rem 1rem .4375rem 0;
    border-bottom:1px solid var(--rule);font-weight:400}
    th:last-child,td:last-child{padding-right:0}
    thead th{vertical-align:bottom;font-weight:600;font-size:.875rem;
    border-bottom:2px solid var(--line);max-width:9rem}
    tbody th{font-weight:500}
    .n{text-align:right}
    td.n,th.d,td.d{white-space:nowrap}
    th.c,td.c{min-width:6.5rem}th.t,td.t{min-width:9rem}
    .box:not(.list) tbody th{min-width:10.5rem;overflow-wrap:anywhere}
        .none{color:var(--muted)}
    .total th,.total td{font-weight:600;border-top:2px solid var(--line)}
    .p{font-size:.8125rem;color:var(--muted);white-space:nowrap}
    .p.illustrative{color:var(--warn-t);background:var(--warn-b);border:1px dashed var(--warn-l);
    padding:0 .3125rem;font-weight:600;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .mark{text-decoration:none;color:var(--muted);cursor:help}
    .legend{font-size:.875rem;color:var(--muted)}
    .basis>div{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:0 1.5rem;
    padding:.3125rem 0}
    .basis dd{overflow-wrap:anywhere}
    pre{background:var(--soft);border:1px solid var(--rule);padding:.75rem 1rem;margin:0;
    white-space:pre-wrap;overflow-wrap:anywhere;font-size:.875rem}
    @media (max-width:44rem){
    body{padding:1.5rem 1rem 3rem}
    h1{font-size:1.5rem}.asat{font-size:1.0625rem}
    .figures dl{grid-template-columns:1fr 1fr;gap:1.25rem 1rem}
    .figure{font-size:1.75rem}
    .of{display:block;margin:0}
    th,td{padding-right:.875rem}
    .list th.t,.list td.t,.list th.c,.list td.c{min-width:0}
    .basis>div{display:block}
    .list thead{position:absolute;left:-999rem}
    .list table,.list caption,.list tbody,.list tr,.list th,.list td{display:block}
    .list tr{border-top:2px solid var(--line);padding:.5rem 0;margin:0}
    .list tbody th,.list td{border:0;padding:.125rem 0;text-align:left;white-space:normal;
    display:grid;grid-template-columns:38% 1fr;gap:0 .75rem}
    .list tbody th::before,.list td::before{content:attr(data-label);color:var(--muted);
    font-size:.875rem}
    .list tbody th .v{font-weight:600}
    .list td.none{display:none}
    .list .v{min-width:0;overflow-wrap:anywhere}
    }
    @media print{
    @page{size:A4;margin:18mm 16mm 18mm}
    @page{@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#545d68}}
    html{font-size:9.5pt}
    body{padding:0;max-width:none}
    .skip,nav{display:none}
    .box{overflow:visible}figure{max-width:none}
    thead{display:table-header-group}
    tr,figure,.banner,.figures dl>div,p{break-inside:avoid}
    h2,caption,figcaption,.key{break-after:avoid}
    section,footer{margin-top:2rem;padding-top:1rem}
    table{font-size:8.5pt}
    th,td{padding-right:.75rem}
    a{color:inherit;text-decoration:none}
    }

    """
}
