/// Colours and strokes of drawings, the same in a page and in a file of their own. Both schemes keep a contrast of
/// at least 4.5 : 1 for text (WCAG 2.2, 1.4.3).
enum DrawingStyle {
  /// The colours, for light and dark.
  static let colors = """
    :root{color-scheme:light dark;--paper:#fff;--ink:#1b2128;--quiet:#56606b;--line:#d5dbe1;--panel:#f5f7f9;\
    --session:#0b5cad;--session-fill:#a9cdf6;--visit:#0f6b43;--visit-fill:#a8dfc1;--release:#8a5a00;\
    --release-fill:#f0c877;--warn:#9a3412;--warn-fill:#fff3e6;--closed:#e3e7eb}
    @media (prefers-color-scheme:dark){:root{--paper:#10151a;--ink:#e7eaed;--quiet:#a0abb6;--line:#323c46;\
    --panel:#182028;--session:#86bdfb;--session-fill:#1f558f;--visit:#76d6a4;--visit-fill:#176040;--release:#f0c877;\
    --release-fill:#7a5410;--warn:#ffb681;--warn-fill:#332213;--closed:#2a323b}}
    @media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--quiet:#444;--line:#bbb;--panel:#fff;\
    --session:#0b5cad;--session-fill:#a9cdf6;--visit:#0f6b43;--visit-fill:#a8dfc1;--release:#8a5a00;\
    --release-fill:#f0c877;--warn:#9a3412;--warn-fill:#fff;--closed:#e3e7eb}}
    """

  /// What is drawn with them.
  static let shapes = """
    .dates text{font:11px system-ui,sans-serif;text-anchor:middle;fill:var(--ink)}
    .dates .month{font-weight:600;font-size:12px;text-anchor:start}
    .dates .weekday{fill:var(--quiet);font-size:10px}
    .dates .outside{opacity:.35}
    .session-day{fill:var(--session-fill)}.visit-day{fill:var(--visit-fill)}.closed-day{fill:var(--closed)}
    .strength-1{fill-opacity:.3}.strength-2{fill-opacity:.55}.strength-3{fill-opacity:.8}
    .ground{fill:var(--panel)}
    .map path{fill:none;stroke-linecap:round}
    .other-school{stroke:var(--quiet);stroke-width:3;stroke-opacity:.35}
    .journey{stroke:var(--quiet);stroke-width:1.2;stroke-opacity:.55}
    .spot-home{stroke:var(--release);stroke-width:8}
    .spot-school{stroke:var(--visit);stroke-width:9}
    .spot-venue{stroke:var(--session);stroke-width:12}
    .dense .journey{stroke-width:.7;stroke-opacity:.25}
    .dense .spot-home{stroke-width:4}.dense .spot-school{stroke-width:4}.dense .spot-venue{stroke-width:5}
    .dense .other-school{stroke-width:2}
    .map .scale{stroke:var(--ink);stroke-width:1.5;stroke-linecap:butt}
    .scale-text,.place{font:12px system-ui,sans-serif;fill:var(--ink)}
    .place{paint-order:stroke;stroke:var(--panel);stroke-width:3px;stroke-linejoin:round}
    .session-bar{fill:var(--session)}.visit-bar{fill:var(--visit)}.release-bar{fill:var(--release)}
    .axis{stroke:var(--line);fill:none}
    .chart .value,.chart .label{font:12px system-ui,sans-serif;text-anchor:middle;fill:var(--ink)}
    .chart .value{font-size:11px;fill:var(--quiet)}
    """
}
