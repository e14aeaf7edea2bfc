package dev.netjig.picture;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An SVG file as a reader of XML sees it. */
final class Drawing {

    private final Document document;
    private final List<Text> texts = new ArrayList<>();

    /** One line of text: the room that it takes, and the rectangle that it belongs into. */
    record Text(String words, Box box, Optional<Box> frame) {}

    private Drawing(Document document) {
        this.document = document;
        elements("text").forEach(element -> texts.add(text(element)));
    }

    static Drawing of(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Drawing(
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception notXml) {
            throw new AssertionError("not XML: " + svg, notXml);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }

    List<Element> ofClass(String css) {
        return elements("*").stream()
                .filter(element ->
                        Arrays.asList(element.getAttribute("class").split(" ")).contains(css))
                .toList();
    }

    List<Text> texts() {
        return texts;
    }

    List<String> words() {
        return texts.stream().map(Text::words).toList();
    }

    String titles() {
        return String.join(
                "\n", elements("title").stream().map(Element::getTextContent).toList());
    }

    /** The wires that are drawn with this class. */
    List<Line> lines(String css) {
        return ofClass(css).stream()
                .filter(element -> element.getTagName().equals("path"))
                .map(Drawing::line)
                .toList();
    }

    private static Line line(Element path) {
        List<Line.Point> points = new ArrayList<>();
        double x = 0;
        double y = 0;
        double[] shift = shift(path);
        for (String part : path.getAttribute("d").split("(?=[A-Z])")) {
            String[] numbers = part.substring(1).split(" ");
            switch (part.charAt(0)) {
                case 'H' -> x = Double.parseDouble(numbers[0]);
                case 'V' -> y = Double.parseDouble(numbers[0]);
                default -> {
                    x = Double.parseDouble(numbers[0]);
                    y = Double.parseDouble(numbers[1]);
                }
            }
            points.add(new Line.Point(x + shift[0], y + shift[1]));
        }
        return new Line(points);
    }

    private static Text text(Element element) {
        List<String> classes = Arrays.asList(element.getAttribute("class").split(" "));
        Face face = Arrays.stream(Face.values())
                .filter(candidate -> classes.contains(candidate.css()))
                .findFirst()
                .orElseThrow();
        double[] shift = shift(element);
        double top = number(element, "y") + shift[1] - Face.ASCENT * face.size();
        Box box = new Box(
                number(element, "x") + shift[0],
                top,
                face.width(element.getTextContent()),
                (Face.ASCENT + Face.DESCENT) * face.size());
        return new Text(element.getTextContent(), box, frame(element));
    }

    /** The ground of a sign for its word; for others the innermost group's rectangle that is none. */
    private static Optional<Box> frame(Element text) {
        boolean sign = text.getAttribute("class").equals(Face.SIGN.css());
        for (var node = text.getParentNode(); node instanceof Element parent; node = node.getParentNode()) {
            for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element rect
                        && rect.getTagName().equals("rect")
                        && rect.getAttribute("class").startsWith("k") == sign) {
                    return Optional.of(box(rect));
                }
            }
        }
        return Optional.empty();
    }

    static Box box(Element rect) {
        double[] shift = shift(rect);
        return new Box(
                number(rect, "x") + shift[0],
                number(rect, "y") + shift[1],
                number(rect, "width"),
                number(rect, "height"));
    }

    private static double[] shift(Element element) {
        double[] shift = new double[2];
        for (var node = element.getParentNode(); node instanceof Element parent; node = node.getParentNode()) {
            String transform = parent.getAttribute("transform");
            if (!transform.isEmpty()) {
                String[] numbers = transform.replaceAll("[^0-9. ]", "").split(" ");
                shift[0] += Double.parseDouble(numbers[0]);
                shift[1] += Double.parseDouble(numbers[1]);
            }
        }
        return shift;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
