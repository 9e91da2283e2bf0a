/// The patterns that surfaces are drawn with, once for all charts of a page.
enum Patterns {
  static func add(to markup: inout Markup) {
    markup.add(
      verbatim: """
        <svg xmlns="http://www.w3.org/2000/svg" class="patterns" width="0" height="0" \
        aria-hidden="true" focusable="false"><defs>\
        <pattern id="p-striped" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="b-striped" width="6" height="6"/>\
        <rect class="l-striped" width="2.4" height="6"/></pattern>\
        <pattern id="p-dotted" width="6" height="6" patternUnits="userSpaceOnUse">\
        <rect class="b-dotted" width="6" height="6"/><circle class="l-dotted" cx="3" cy="3" \
        r="1.1"/></pattern>\
        <pattern id="p-crossed" width="7" height="7" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="b-crossed" width="7" height="7"/>\
        <path class="l-crossed" d="M0,3.5H7M3.5,0V7"/></pattern>\
        <pattern id="p-unknown" width="5" height="5" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(-45)"><rect class="b-unknown" width="5" height="5"/>\
        <rect class="l-unknown" width="1.2" height="5"/></pattern>\
        <pattern id="p-coarse" width="5" height="5" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(-45)"><rect class="b-coarse" width="5" height="5"/><rect class="l-coarse" width="1.4" height="5"/></pattern>\
        </defs></svg>
        """)
  }
}
