import "./copy";
import "./handles";
import "./filter";
import "./jobs";
import "./brush";
import "./imports";
