import "./copy";
import "./handles";
import "./filter";
import "./jobs";
import "./command";
import "./imports";
