import "./copy";
import "./handles";
import "./filter";
import "./jobs";
